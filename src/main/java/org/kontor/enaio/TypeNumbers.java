package org.kontor.enaio;

import java.util.Optional;
import java.util.OptionalInt;
import org.kontor.model.Kind;
import org.kontor.model.TypeId;

/** The arithmetic of type ids: main type in the high word, number in the low (reference 2.2). */
final class TypeNumbers {
  private static final int REGISTER = 99;
  private static final int LARGEST_DOCUMENT = 8;
  private static final int TYPELESS_IN_TRAY = 200;
  private static final int TYPELESS_IN_WORKFLOW = 300;

  private TypeNumbers() {}

  static TypeId id(int mainType, int number) {
    return new TypeId(String.valueOf(mainType << 16 | number));
  }

  static OptionalInt mainType(TypeId id) {
    OptionalInt whole = whole(id);
    return whole.isPresent() ? OptionalInt.of(whole.getAsInt() >>> 16) : whole;
  }

  /** The number of the type among those of its main type. */
  static OptionalInt number(TypeId id) {
    OptionalInt whole = whole(id);
    return whole.isPresent() ? OptionalInt.of(whole.getAsInt() & 0xffff) : whole;
  }

  private static OptionalInt whole(TypeId id) {
    try {
      return OptionalInt.of(Integer.parseInt(id.value()));
    } catch (NumberFormatException internalName) {
      return OptionalInt.empty();
    }
  }

  static Optional<Kind> kindOfMainType(int mainType) {
    if (mainType == 0) {
      return Optional.of(Kind.FOLDER);
    }
    if (mainType == REGISTER) {
      return Optional.of(Kind.REGISTER);
    }
    return mainType >= 1 && mainType <= LARGEST_DOCUMENT
        ? Optional.of(Kind.DOCUMENT)
        : Optional.empty();
  }

  /** Whether a type as the server wrote it stands for "no type yet" (reference G1, G20). */
  static boolean isTypeless(String type) {
    if (type.equalsIgnoreCase(Wire.TYPELESS)) {
      return true;
    }
    OptionalInt mainType = type.isBlank() ? OptionalInt.empty() : mainType(new TypeId(type));
    return mainType.isPresent()
        && (mainType.getAsInt() == TYPELESS_IN_TRAY || mainType.getAsInt() == TYPELESS_IN_WORKFLOW);
  }
}
