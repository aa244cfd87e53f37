package org.kontor.rillsoft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The elements of one project, in their order. What documents hang on without being in the plan is
 * added to it: no document is ever left out (reference 6.2).
 */
final class Plan {
  private final Project project;

  /** By UUID in small letters: one list may write it otherwise than another. */
  private final Map<String, Element> elements = new LinkedHashMap<>();

  private Plan(Project project) {
    this.project = project;
  }

  /** Of a server that gives no plan. */
  static Plan empty(Project project) {
    return new Plan(project);
  }

  /** A tree, or a list in which each element names the one around it. */
  static Plan of(Project project, List<Told> told) {
    Plan plan = new Plan(project);
    told.forEach(entry -> plan.add(entry, Optional.empty()));
    plan.attach();
    return plan;
  }

  private void add(Told told, Optional<String> around) {
    Optional<String> uuid = told.text(Point.ELEMENT_UUID);
    List<Told> children = told.children(Point.ELEMENT_CHILDREN);
    String type = told.text(Point.ELEMENT_TYPE).orElse("").toLowerCase(Locale.ROOT);
    if (uuid.isEmpty() || type.equals("project") || project.hasUuid(uuid.get())) {
      children.forEach(child -> add(child, Optional.empty()));
      return;
    }
    boolean task = type.isEmpty() ? children.isEmpty() : type.equals("task");
    put(
        uuid.get(),
        around.or(() -> told.text(Point.ELEMENT_PARENT)),
        told.text(Point.ELEMENT_NAME).orElse(uuid.get()),
        task);
    children.forEach(child -> add(child, uuid));
  }

  private void put(String uuid, Optional<String> around, String name, boolean task) {
    elements.put(
        written(uuid),
        new Element(
            new Key.Element(project.key().client(), project.key().project(), uuid),
            around,
            name,
            task));
  }

  /** What names no element that there is, or itself in a circle, hangs on the project. */
  private void attach() {
    for (Element element : List.copyOf(elements.values())) {
      Set<String> passed = new HashSet<>(Set.of(element.uuid()));
      Optional<Element> outer = element.around().flatMap(this::element);
      if (outer.isEmpty() && element.around().isPresent()) {
        put(element.uuid(), Optional.empty(), element.name(), element.task());
      }
      while (outer.isPresent()) {
        if (!passed.add(outer.get().uuid())) {
          put(element.uuid(), Optional.empty(), element.name(), element.task());
          break;
        }
        outer = outer.get().around().flatMap(this::element);
      }
    }
  }

  /** With an element for all that documents of this project hang on (reference 6.2). */
  Plan with(List<Doc> documents) {
    Plan whole = new Plan(project);
    whole.elements.putAll(elements);
    for (Doc document : documents) {
      if (document.key().project() == project.key().project()
          && !document.element().isEmpty()
          && !project.hasUuid(document.element())
          && whole.element(document.element()).isEmpty()) {
        whole.put(
            document.element(),
            Optional.empty(),
            document.elementName().orElse("? " + document.element()),
            true);
      }
    }
    return whole;
  }

  Project project() {
    return project;
  }

  List<Element> all() {
    return List.copyOf(elements.values());
  }

  Optional<Element> element(String uuid) {
    return Optional.ofNullable(elements.get(written(uuid)));
  }

  private static String written(String uuid) {
    return uuid.toLowerCase(Locale.ROOT);
  }

  /**
   * @param around empty for those directly below the project
   */
  List<Element> inside(Optional<String> around) {
    List<Element> inside = new ArrayList<>();
    for (Element element : elements.values()) {
      if (element.around().map(Plan::written).equals(around.map(Plan::written))) {
        inside.add(element);
      }
    }
    return inside;
  }
}
