package org.kontor.enaio;

/**
 * Points that the reference leaves open and that may differ between installations. In conditions
 * {@code @parent} stands for the id of the container.
 *
 * @param apiPath where the API begins below the server's address (1.4)
 * @param trayStatement lists the tray (G1)
 * @param documentsInFolder documents directly in a folder, not in one of its registers (3.8)
 * @param documentsInRegister documents directly in a register
 * @param registersInFolder registers directly in a folder
 * @param registersInRegister registers directly in a register
 * @param order of listings, so that pages fit together
 */
public record Dialect(
    String apiPath,
    String trayStatement,
    String documentsInFolder,
    String documentsInRegister,
    String registersInFolder,
    String registersInRegister,
    String order) {
  public static final Dialect DEFAULT =
      new Dialect(
          "/api/dms",
          "SELECT * FROM system:tray",
          "system:SDSTA_ID = @parent AND system:SDREG_ID = 0",
          "system:SDREG_ID = @parent",
          "system:REG_STAID = @parent AND system:REG_PARID = 0",
          "system:REG_PARID = @parent",
          "ORDER BY system:creationDate, system:objectId");
}
