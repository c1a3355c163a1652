import { type Signal, signal } from "@preact/signals";
import { DEFAULT_PHONE } from "../../network/default-numbers.ts";

/** The parts of a narrow page. */
export type PageTab = "phone" | "panel" | "house" | "more";

/**
 * What a person looks at and has begun to write. It outlives the panel's place on the
 * page: that one is put there anew after its server was started anew.
 */
export class PageView {
	/** Which part a narrow page shows; a wide one shows all. */
	readonly tab: Signal<PageTab> = signal("phone");
	/** The title of the pane in the lower part of the page. */
	readonly pane: Signal<string> = signal("Timeline");
	/** The phone whose thread is looked at, and which texts. */
	readonly phone: Signal<string> = signal(DEFAULT_PHONE);
	/** Phones that were added and may have texted nothing yet. */
	readonly phones: Signal<readonly string[]> = signal([DEFAULT_PHONE]);
	/** A text that waits in the composer. */
	readonly draft: Signal<string> = signal("");

	/** What was begun with one panel is nothing for another. */
	turnToAnother(): void {
		this.phone.value = DEFAULT_PHONE;
		this.phones.value = [DEFAULT_PHONE];
		this.draft.value = "";
	}
}
