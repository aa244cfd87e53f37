package org.kontor.rillsoft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kontor.dms.DmsException;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;

/**
 * Projects, elements and DMS folders by words of their names, looked up in the lists: there is no
 * search call.
 */
final class PlaceSearch {
  /** So many plans are read for one look; of the other projects only the names are known. */
  private static final int MOST_PLANS = 50;

  private final Archive archive;

  PlaceSearch(Archive archive) {
    this.archive = archive;
  }

  List<DmsObject.Container> find(String typed, int limit)
      throws DmsException, InterruptedException {
    List<String> words =
        Stream.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    List<Hit> hits = new ArrayList<>();
    for (Client client : archive.clients()) {
      plans(client.id(), words, hits);
      Filing filing = archive.filing(client.id(), Kept.RECENT);
      filing
          .all()
          .forEach(folder -> add(Objects.of(folder, filing.isAtTop(folder)), "", words, hits));
    }
    return hits.stream()
        .sorted(Comparator.comparingInt(Hit::rank))
        .limit(limit)
        .map(Hit::place)
        .toList();
  }

  private record Hit(DmsObject.Container place, int rank) {}

  private void plans(long client, List<String> words, List<Hit> hits)
      throws DmsException, InterruptedException {
    int read = 0;
    for (Project project : archive.projects(client, Kept.RECENT)) {
      add(Objects.of(project), "", words, hits);
      if (read < MOST_PLANS) {
        read++;
        for (Element element : archive.plan(project.key(), Kept.RECENT).all()) {
          add(Objects.of(element), project.name(), words, hits);
        }
      }
    }
  }

  /** Every word is found in a name, an element's also in that of its project. */
  private static void add(
      DmsObject.Container place, String around, List<String> words, List<Hit> hits) {
    List<String> names = new ArrayList<>(texts(place));
    int rank = place.kind() == Kind.FOLDER ? 0 : 1;
    for (String word : words) {
      if (names.stream().anyMatch(name -> name.startsWith(word))) {
        continue;
      }
      if (names.stream().anyMatch(name -> name.contains(word))) {
        rank += 2;
      } else if (around.toLowerCase(Locale.ROOT).contains(word)) {
        rank += 1;
      } else {
        return;
      }
    }
    hits.add(new Hit(place, rank));
  }

  private static List<String> texts(DmsObject.Container place) {
    return place.fields().values().stream()
        .filter(FieldValue.Single.class::isInstance)
        .map(value -> ((FieldValue.Single) value).text().toLowerCase(Locale.ROOT))
        .toList();
  }
}
