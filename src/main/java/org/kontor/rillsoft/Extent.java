package org.kontor.rillsoft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kontor.http.Answer;
import tools.jackson.databind.JsonNode;

/**
 * What an answer says of how much of a list it holds. Neither pages nor totals are documented
 * (reference 3.3, G8), so whatever is usual elsewhere is heeded; there is no way to ask for a rest.
 */
enum Extent {
  ALL,
  PART,
  UNTOLD;

  private static final int PARTIAL_CONTENT = 206;
  private static final Pattern NEXT_LINK = Pattern.compile("rel=\"?next\\b");
  private static final Pattern RANGE_TOTAL = Pattern.compile("/\\s*([0-9]{1,9})\\s*$");
  private static final Pattern NUMBER = Pattern.compile("^\\s*([0-9]{1,9})\\s*$");
  private static final List<String> TOTAL_HEADERS =
      List.of("X-Total-Count", "X-Total", "Total-Count", "X-Pagination-Total-Count");

  /** Of names in small letters and nothing else. */
  private static final Set<String> TOTALS =
      Set.of(
          "total",
          "totalcount",
          "totaldocuments",
          "totalelements",
          "totalentries",
          "totalhits",
          "totalitems",
          "totalnumber",
          "totalrecords",
          "totalresults",
          "totalrows",
          "counttotal",
          "itemstotal",
          "recordstotal");

  private static final Set<String> NEXTS =
      Set.of(
          "next",
          "nextpage",
          "nextpageurl",
          "nextpagetoken",
          "nextlink",
          "nextcursor",
          "hasmore",
          "hasnext");

  /**
   * @param entries how many the answer holds
   */
  static Extent of(Answer answer, JsonNode body, int entries) {
    List<Extent> told =
        Stream.of(
                ofStatus(answer),
                ofLink(answer),
                TOTAL_HEADERS.stream()
                    .map(name -> ofTotal(answer, name, NUMBER, entries))
                    .reduce(UNTOLD, Extent::or),
                ofTotal(answer, "Content-Range", RANGE_TOTAL, entries),
                ofBody(body, entries))
            .toList();
    return told.stream().reduce(UNTOLD, Extent::or);
  }

  /** One that says that something is missing is right, whatever the others say. */
  private Extent or(Extent other) {
    return this == PART || other == UNTOLD ? this : other;
  }

  private static Extent ofStatus(Answer answer) {
    return answer.status() == PARTIAL_CONTENT ? PART : UNTOLD;
  }

  private static Extent ofLink(Answer answer) {
    return answer.header("Link").filter(link -> NEXT_LINK.matcher(link).find()).isPresent()
        ? PART
        : UNTOLD;
  }

  private static Extent ofTotal(Answer answer, String header, Pattern form, int entries) {
    Optional<Matcher> found = answer.header(header).map(form::matcher).filter(Matcher::find);
    return found.isPresent() ? ofTotal(Long.parseLong(found.get().group(1)), entries) : UNTOLD;
  }

  /** Less than there are is no total of these. */
  private static Extent ofTotal(long total, int entries) {
    if (total == entries) {
      return ALL;
    }
    return total > entries ? PART : UNTOLD;
  }

  private static Extent ofBody(JsonNode body, int entries) {
    return Stream.concat(Stream.of(body), Wrapping.members(body))
        .filter(JsonNode::isObject)
        .flatMap(part -> part.properties().stream())
        .map(member -> ofMember(letters(member.getKey()), member.getValue(), entries))
        .reduce(UNTOLD, Extent::or);
  }

  private static Extent ofMember(String name, JsonNode value, int entries) {
    if (TOTALS.contains(name) && value.isNumber()) {
      return ofTotal(value.asLong(), entries);
    }
    return NEXTS.contains(name) ? ofNext(value) : UNTOLD;
  }

  private static Extent ofNext(JsonNode value) {
    if (value.isNumber() || value.isObject()) {
      return PART;
    }
    if (value.isBoolean()) {
      return value.asBoolean() ? PART : ALL;
    }
    return value.isString() && !value.stringValue().isBlank() ? PART : ALL;
  }

  /** "hydra:totalItems", "total_items" and "totalItems" are one name. */
  private static String letters(String name) {
    return name.substring(name.lastIndexOf(':') + 1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]", "");
  }
}
