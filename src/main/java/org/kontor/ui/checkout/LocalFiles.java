package org.kontor.ui.checkout;

import java.nio.file.Path;

/**
 * Where documents lie while they are on this computer, and what opens them.
 *
 * @param folder of the signed-in person of this computer; made when missing, readable by her only
 */
public record LocalFiles(Path folder, Programs programs) {}
