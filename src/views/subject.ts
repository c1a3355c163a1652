import { credentialsOf } from "../firmware/answer/authorise.ts";
import type { Model } from "../models/model.ts";
import { factoryState, type PanelState } from "../panel/state/state.ts";
import { withCredentialsOf } from "./message-credentials.ts";

/** What a message is judged by: a model and, where there is a file, its panel. */
export interface Subject {
	readonly model: Model;
	/** The panel's state; the model's factory state where there is no file. */
	readonly state: PanelState;
	/** The panel's file, or null where only the model is known. */
	readonly file: string | null;
}

/** A model of which no panel is known. */
export function factorySubject(model: Model): Subject {
	return { model, state: factoryState(model.name, model.sections), file: null };
}

/**
 * A model of whose panel nothing but its credentials is known.
 * @param keyword "" for the factory's, as with `code`
 */
export function subjectWithCredentials(
	model: Model,
	keyword: string,
	code: string,
): Subject {
	const subject = factorySubject(model);
	const factory = credentialsOf(model, subject.state);
	const state = withCredentialsOf(model, subject.state, {
		keyword: { text: keyword || factory.keyword },
		code: { text: code || factory.code },
	});
	return { ...subject, state };
}
