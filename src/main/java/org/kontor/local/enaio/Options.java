package org.kontor.local.enaio;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The server job options of an entry (reference chapter 4). */
final class Options {
  private static final Set<String> KNOWN =
      Set.of(
          "LINKDOCUMENT",
          "KEEPLINKWHENEXISTS",
          "ARCHIVABLE",
          "ARCHIVEIMMEDIATELY",
          "ARCHIVEIMMEDIATELYOBJDEF",
          "REPLACEFILES",
          "REPLACETABLEFIELDS",
          "REPLACEMULTIFIELDS",
          "UPDATEALLFIELDS",
          "INITFIELDS",
          "TRUNCATEVALUES",
          "CHECKEXISTENCE",
          "CHECKOBLIGATION",
          "CHECKKEYFIELDS",
          "CHECKCATALOGUE",
          "CHECKPOSITION",
          "CHECKREADONLY",
          "INUSERTRAY",
          "INWFTRAY",
          "TYPELESS",
          "WFTOUSERTRAY");

  /** Options that the service has, or has not, and why they are refused here. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry("APPENDFILESTOFRONT", "option.unsupported"),
          Map.entry("COPYCREATEHISTORY", "option.unsupported"),
          Map.entry("DELETEVARIANTMODE", "option.unsupported"),
          Map.entry("CHECKACCESS", "option.access"),
          Map.entry("COPYCASCADING", "option.copy"),
          Map.entry("COPYINDEXONLY", "option.copy"),
          Map.entry("VARIANTSAMELEVEL", "option.variant"),
          Map.entry("VARIANTSETACTIVE", "option.variant"),
          Map.entry("VARIANTTRANSFERRETENTION", "option.variant"),
          Map.entry("REPLACEREMARKS", "option.notes"),
          Map.entry("FULLTEXTFILEATTACHED", "option.fulltext"),
          Map.entry("HARDDELETE", "option.delete"),
          Map.entry("DELETECASCADING", "option.delete"));

  private Options() {}

  /**
   * The same entry with the job-level forms INUSERTRAY, INWFTRAY, TYPELESS and WFTOUSERTRAY written
   * as properties.
   *
   * @throws Refusal for an option that is unknown, refused here, or contradicts the properties
   */
  static Entry resolve(Entry entry) throws Refusal {
    for (String option : entry.options().keySet()) {
      if (!KNOWN.contains(option)) {
        throw Refusal.of(REFUSED.getOrDefault(option, "entry.option"), option);
      }
    }
    if (!entry.option("CHECKEXISTENCE", true)) {
      throw Refusal.of("option.existence");
    }
    boolean insert = entry.objectId().isEmpty();
    for (String option : Set.of("LINKDOCUMENT", "WFTOUSERTRAY")) {
      if (insert && entry.option(option, false)) {
        throw Refusal.of("option.insert", option);
      }
    }
    if (entry.option("LINKDOCUMENT", false) && entry.parent().isEmpty()) {
      throw Refusal.of("place.link.parent");
    }
    Entry resolved = with(entry, "INUSERTRAY", "parentid", EntryWriter.TRAY);
    resolved = with(resolved, "INWFTRAY", "parentid", EntryWriter.WORKFLOW_TRAY);
    resolved = with(resolved, "WFTOUSERTRAY", "parentid", EntryWriter.TRAY);
    return with(resolved, "TYPELESS", "objecttypeid", EntryWriter.TYPELESS);
  }

  private static Entry with(Entry entry, String option, String property, String value)
      throws Refusal {
    if (!entry.option(option, false)) {
      return entry;
    }
    if (!entry.system(property).orElse(value).equalsIgnoreCase(value)) {
      throw Refusal.of("option.contradiction", option, entry.system(property).orElse(""));
    }
    Map<String, Optional<String>> system = new HashMap<>(entry.system());
    system.put(property, Optional.of(value));
    return new Entry(entry.fields(), system, entry.streams(), entry.options());
  }
}
