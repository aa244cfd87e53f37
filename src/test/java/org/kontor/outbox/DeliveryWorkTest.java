package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.dms.Operation;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/**
 * How much work deliveries are, counted and not timed, so that no machine is too slow for it: per
 * document it must not grow with their number.
 */
final class DeliveryWorkTest {
  private static final Duration FAR = Duration.ofMillis(50);
  private static final int FEW = 500;
  private static final int MANY = 4_000;

  @Test
  void whatADocumentCostsDoesNotGrowWithTheirNumber() throws IOException {
    VirtualDelivery few = delivered(FEW);
    VirtualDelivery many = delivered(MANY);
    assertAtMost(perDocument(few.journalCalls(), FEW), perDocument(many.journalCalls(), MANY));
    assertAtMost(perDocument(few.serverCalls(), FEW), perDocument(many.serverCalls(), MANY));
    assertAtMost(1.5 * perDocument(few.listed(), FEW), perDocument(many.listed(), MANY));
  }

  @Test
  void documentsShareRequestsTransactionsAndListings() throws IOException {
    VirtualDelivery delivery = delivered(MANY);
    assertAtMost(0.1, perDocument(delivery.journalCalls(), MANY));
    assertAtMost(0.05, perDocument(delivery.serverCalls(), MANY));
    assertAtMost(3, perDocument(delivery.listed(), MANY));
  }

  /** In virtual time: the waiting alone, without the computer's work. */
  @Test
  void fiftyMillisecondsAwayItStillSendsFiveHundredASecond() throws IOException {
    VirtualDelivery delivery = new VirtualDelivery(FAR);
    delivery.insert(MANY);
    double seconds = delivery.runToTheEnd().toMillis() / 1000.0;
    assertTrue(MANY / seconds > 500, () -> MANY / seconds + " per second");
  }

  @Test
  void aClickDoesNotWaitForTheFilesBeforeIt() throws IOException {
    VirtualDelivery delivery = new VirtualDelivery(FAR);
    ObjectId document =
        delivery
            .ledger()
            .put(Items.TYPE, Items.HERE, Map.of(), Samples.bytes(Samples.INSERTED + 1));
    delivery.insert(MANY);
    delivery.runUntilStored(MANY / 4);
    EntryId move =
        delivery.click(new Operation.Move(document, Items.TYPE, Items.HERE, Items.THERE));
    Duration took = delivery.runUntilOver(move);
    int open = MANY - delivery.ledger().performed().size();
    assertTrue(open > MANY / 2, () -> "only " + open + " were left");
    // Sent at once, and read back by two questions.
    assertTrue(took.compareTo(FAR.multipliedBy(4)) <= 0, took::toString);
    assertEquals(
        List.of(Items.THERE), List.<Location>copyOf(delivery.ledger().ledger.places(document)));
  }

  private static VirtualDelivery delivered(int count) throws IOException {
    VirtualDelivery delivery = new VirtualDelivery(FAR);
    delivery.insert(count);
    delivery.runToTheEnd();
    assertEquals(count, delivery.ledger().performed().size());
    return delivery;
  }

  private static double perDocument(int count, int documents) {
    return (double) count / documents;
  }

  private static void assertAtMost(double limit, double figure) {
    assertTrue(figure <= limit, () -> figure + " instead of at most " + limit);
  }
}
