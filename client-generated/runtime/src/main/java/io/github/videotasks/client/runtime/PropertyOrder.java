package io.github.videotasks.client.runtime;

import java.util.Arrays;

/**
 * The order in which the members of a content came: for each its index, or {@link
 * ModelContent#ADDITIONAL} for the next undeclared one. Answers of one kind have one order, so the
 * adapter's last array is tried first and shared while it fits.
 */
final class PropertyOrder {
  private PropertyOrder() {}

  /**
   * The index of the member that is likely to come next; {@link ModelContent#ADDITIONAL} if nothing
   * is known.
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
