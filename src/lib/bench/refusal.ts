/**
 * What a person chose cannot be used. The message is one sentence for that person: what is wrong and what to do. It never
 * quotes a text of the data.
 */
export class Refusal extends Error {}

/** One row could not be scored, by no fault of the model's: the run goes on. The message is as safe as a Refusal's. */
export class RowFailed extends Error {}
