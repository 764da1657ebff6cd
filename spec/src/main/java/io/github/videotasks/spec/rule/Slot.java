package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.tree.Form;

/**
 * Where a value stands and what is expected there.
 *
 * @param place file and line
 * @param name the keyword or name that holds it, or the keyword whose list does
 * @param form what is expected
 * @param item whether it is an item of a list
 * @param operations whether operations are lost with it
 */
record Slot(Place place, String name, Form form, boolean item, boolean operations) {}
