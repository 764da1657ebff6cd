package io.github.videotasks.client.runtime;

import java.util.Arrays;

/**
 * Records the order in which the properties of an object were read: for each property its index, or
 * {@link ModelContent#ADDITIONAL} for the next additional property. Responses of one kind have the
 * same order, so the last array of the adapter is used as a prediction and shared while it matches.
 */
final class PropertyOrder {
  private PropertyOrder() {}

  /**
   * Returns the index of the property that is likely to be next; {@link ModelContent#ADDITIONAL} if
   * there is no prediction.
   */
  static int predictNext(ModelContent content) {
    return content.propertyCount < content.order.length
        ? content.order[content.propertyCount]
        : ModelContent.ADDITIONAL;
  }

  static void append(ModelContent content, int index) {
    int count = content.propertyCount++;
    if (content.orderIsShared) {
      if (count < content.order.length && content.order[count] == index) {
        return;
      }
      content.orderIsShared = false;
      content.order = Arrays.copyOf(content.order, count + 16);
    } else if (count == content.order.length) {
      content.order = Arrays.copyOf(content.order, count * 2);
    }
    content.order[count] = (short) index;
  }

  static void finish(ModelContent content) {
    if (content.order.length != content.propertyCount) {
      content.order = Arrays.copyOf(content.order, content.propertyCount);
      content.orderIsShared = false;
    }
    if (!content.orderIsShared) {
      content.orderIsShared = true;
      content.adapter.lastOrder = content.order;
    }
  }
}
