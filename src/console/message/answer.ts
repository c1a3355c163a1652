import { effect, type ReadonlySignal, signal } from "@preact/signals";

/**
 * The answer to a question that changes while one types: always to the latest.
 * The one before stands until it is there; null where nothing is asked, or where
 * nobody answers.
 */
export function answerTo<T>(
	question: () => Promise<T> | null,
): ReadonlySignal<T | null> {
	const answer = signal<T | null>(null);
	let asked = 0;
	effect(() => {
		asked += 1;
		const mine = asked;
		const coming = question();
		const settle = (value: T | null) => {
			if (mine === asked) answer.value = value;
		};
		if (coming === null) settle(null);
		else coming.then(settle, () => settle(null));
	});
	return answer;
}
