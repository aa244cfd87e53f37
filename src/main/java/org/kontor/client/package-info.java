/** What the clients of both kinds of server have in common, between HTTP and the port. */
@NullMarked
package org.kontor.client;

import org.jspecify.annotations.NullMarked;
