package org.kontor.dms;

import java.util.Set;

/** What a server can do. The window asks these, never which product or version it is. */
public record Capabilities(Set<Feature> features) {
  /** Everything that Kontor knows how to use. */
  public static final Capabilities ALL = new Capabilities(Set.of(Feature.values()));

  public Capabilities {
    features = Set.copyOf(features);
  }

  public static Capabilities of(Feature... features) {
    return new Capabilities(Set.of(features));
  }

  public boolean offers(Feature feature) {
    return features.contains(feature);
  }

  public boolean tray() {
    return offers(Feature.TRAY);
  }

  public boolean registers() {
    return offers(Feature.REGISTERS);
  }

  public boolean severalLocations() {
    return offers(Feature.SEVERAL_LOCATIONS);
  }

  public boolean moveAndUpdateTogether() {
    return offers(Feature.MOVE_AND_UPDATE);
  }
}
