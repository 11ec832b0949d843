/** What an answer to a question of a measure can be. Money is in fen. */
export type FactValue = string | number | boolean;
export type Operand = FactValue | readonly string[];

/** Does what one has meet what is needed? Values of the wrong type never do. */
type Predicate = (have: FactValue, need: Operand) => boolean;

/** The whole vocabulary of the rules: one name, one predicate. */
export const operators = {
  is: (have, need) => have === need,
  'one-of': (have, need) => Array.isArray(need) && need.includes(have),
  'at-least': (have, need) => typeof have === 'number' && typeof need === 'number' && have >= need,
  'at-most': (have, need) => typeof have === 'number' && typeof need === 'number' && have <= need,
} satisfies Record<string, Predicate>;

export type Operator = keyof typeof operators;
