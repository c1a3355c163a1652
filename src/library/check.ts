import {
	demandChoice,
	demandModel,
	demandOptions,
	demandText,
} from "../simulation/demand-text.ts";
import { checkMessage } from "../views/check-message.ts";
import { checkJson } from "../views/check-report.ts";
import type { CheckJson } from "../views/json/check-json.ts";
import { factorySubject } from "../views/subject.ts";

export interface CheckOptions {
	/**
	 * Name of a model: `vst-2752` (the default), `mz-8`, `cr200`, `mobile-mates`, or of
	 * another maker's panel, as `dsc`; docs/dialects lists those.
	 */
	readonly model?: string;
	/** Refuses what is printed for no model of the family. */
	readonly strict?: boolean;
}

/** A message explained field by field, as `alarmpanel check --json` prints it. */
export type { CheckJson as CheckedText };

/**
 * Explains a message for a panel of a model; nothing is sent. Its PINs and codes are
 * shown as they are.
 *
 * @throws TypeError for a text or an option of another kind, RangeError for a model or an
 *   option that there is not
 */
export function check(text: string, options: CheckOptions = {}): CheckJson {
	demandText("check", text);
	demandOptions("check", options, ["model", "strict"]);
	const { model, strict = false } = options;
	demandChoice("strict", strict);
	const subject = factorySubject(demandModel(model));
	return checkJson(checkMessage(subject, text, { strict }), true);
}
