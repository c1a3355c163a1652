import type { Interface } from "node:readline/promises";
import { print } from "./print.ts";
import { outputColors } from "./terminal-colors.ts";

const CLEAR_LINE = "\r\u001b[K";

/** A terminal with a prompt, above which other lines can be written. */
export class Screen {
	private typing: Interface | null = null;

	/** Sets the prompt that is redrawn after each line. */
	attach(typing: Interface): void {
		this.typing = typing;
	}

	/** Shows a text that left the panel, as its phone would. */
	readonly show = (to: string, text: string): void => {
		this.above(() => print(outputColors.green(`<${to} ${text}`)));
	};

	/** Writes above what is being typed. */
	above(write: () => void): void {
		if (this.typing !== null) process.stderr.write(CLEAR_LINE);
		write();
		this.typing?.prompt(true);
	}
}
