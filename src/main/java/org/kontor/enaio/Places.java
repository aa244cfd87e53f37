package org.kontor.enaio;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kontor.dms.DmsException;
import org.kontor.dms.PageRequest;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;

/** Folders and registers by what was typed. */
final class Places {
  private final EnaioReads reads;
  private final Statements statements;
  private final Schema schema;

  Places(EnaioReads reads, Statements statements, Schema schema) {
    this.reads = reads;
    this.statements = statements;
    this.schema = schema;
  }

  List<DmsObject.Container> find(String typed, int limit)
      throws DmsException, InterruptedException {
    List<String> words =
        Stream.of(typed.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
    List<ObjectType> types =
        schema.cabinets().stream()
            .flatMap(Cabinet::types)
            .filter(type -> type.kind().isContainer())
            .filter(type -> words.isEmpty() || !Statements.searched(type).isEmpty())
            .toList();
    if (types.isEmpty() || limit < 1) {
      return List.of();
    }
    ObjectReader objects = new ObjectReader(schema);
    PageRequest page = PageRequest.first(Math.min(limit, PageRequest.LARGEST));
    List<DmsObject.Container> found =
        reads.search(statements.places(types, words), page).read(objects::container).items();
    return found.stream()
        .filter(place -> words.stream().allMatch(word -> mayHold(place, word)))
        .sorted(Comparator.comparingInt(place -> rank(place, words)))
        .toList();
  }

  /** The server took these two characters for any others; how it compares the rest is its own. */
  private static boolean mayHold(DmsObject.Container place, String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return (word.indexOf('%') < 0 && word.indexOf('_') < 0)
        || texts(place).anyMatch(text -> text.contains(wanted));
  }

  /** Words that begin a field count more than those inside one; folders before registers. */
  private static int rank(DmsObject.Container place, List<String> words) {
    int rank = place.kind() == Kind.FOLDER ? 0 : 1;
    for (String word : words) {
      String wanted = word.toLowerCase(Locale.ROOT);
      rank += texts(place).anyMatch(text -> text.startsWith(wanted)) ? 0 : 2;
    }
    return rank;
  }

  private static Stream<String> texts(DmsObject.Container place) {
    return place.fields().values().stream()
        .filter(FieldValue.Single.class::isInstance)
        .map(value -> ((FieldValue.Single) value).text().toLowerCase(Locale.ROOT));
  }
}
