package org.kontor.local.store;

/**
 * One place of a register or document.
 *
 * @param parent the container it lies in directly: the register if there is one, else the folder
 * @param folder number of the folder
 * @param register number of the register, 0 when it lies directly in the folder
 */
public record Place(long parent, long folder, long register) {}
