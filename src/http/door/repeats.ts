import { Problem } from "../problem.ts";

/** Answers that are kept, the latest. */
const MOST = 1000;
/** Characters of the longest key. */
const LONGEST_KEY = 200;

interface Kept {
	readonly body: string;
	readonly answer: Promise<unknown>;
}

/**
 * Answers a request that comes again with the same `Idempotency-Key` as before: a
 * client whose connection broke does not know whether its text was taken.
 */
export class Repeats {
	readonly #kept = new Map<string, Kept>();

	/**
	 * Does the work once for each key of a path.
	 * @throws Problem for a key that came with another body, or is too long
	 */
	async once(
		path: string,
		key: string,
		body: unknown,
		work: () => Promise<unknown>,
	): Promise<unknown> {
		if (key.length > LONGEST_KEY)
			throw new Problem(
				422,
				"key/wrong",
				`Idempotency-Key: at most ${LONGEST_KEY} characters`,
			);
		const name = `${path} ${key}`;
		const text = JSON.stringify(body);
		const known = this.#kept.get(name);
		if (known !== undefined) {
			if (known.body === text) return await known.answer;
			throw new Problem(
				422,
				"key/wrong",
				"Idempotency-Key: it came with another body before",
			);
		}
		const answer = work();
		this.#kept.set(name, { body: text, answer });
		const [oldest] = this.#kept.keys();
		if (this.#kept.size > MOST && oldest !== undefined)
			this.#kept.delete(oldest);
		try {
			return await answer;
		} catch (error) {
			// It may be tried again.
			this.#kept.delete(name);
			throw error;
		}
	}
}
