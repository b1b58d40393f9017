// Chance that is the same at every run: one seed, one sequence of throws.

export class Dice {
  #state;
  constructor(seed) {
    this.#state = seed >>> 0;
  }
  /** A whole number below `count` (mulberry32). */
  below(count) {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  }
  chance(percent) {
    return this.below(100) < percent;
  }
  one_of(list) {
    return list[this.below(list.length)];
  }
  /** One of `[weight, value]` pairs. */
  weighed(pairs) {
    let left = this.below(pairs.reduce((all, [weight]) => all + weight, 0));
    return pairs.find(([weight]) => (left -= weight) < 0)[1];
  }
}
