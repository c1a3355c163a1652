import type { LoneTexts as Ours } from "../../src/replay/lone-texts.ts";

/** Knows of no text, so that all the work is done for every message. */
export class LoneTexts implements Pick<Ours, keyof Ours> {
	recall(): boolean {
		return false;
	}

	keep(): void {}
}
