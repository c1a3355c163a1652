/*
 * How the messages of another maker are built, as plain data. Nothing here is a
 * regular expression: characters come as lists, from which the engine makes
 * expressions of its own, so that no file can make reading slow.
 */

/** Where the parts of a message stand, and what separates them. */
export type Envelope = PlacesEnvelope | FormsEnvelope;

/** Parts in a row, with separators. */
export interface PlacesEnvelope {
	readonly family: "places";
	/** Whether blanks say nothing around separators, or are characters like others. */
	readonly blanks: "free" | "exact";
	/** What every message begins with. */
	readonly open?: string | undefined;
	readonly order: readonly EnvelopePlace[];
	/** How several commands stand in one message; left out, there is one. */
	readonly calls?: Joining | undefined;
	/** What stands among the parameters and is none. */
	readonly flags?:
		| {
				readonly confirm?: string | undefined;
				readonly code?: string | undefined;
		  }
		| undefined;
}

/** Commands that are separated, or that each have a sign at the end. */
export type Joining =
	| { readonly between: string }
	| { readonly begin?: string | undefined; readonly end: string };

/** One place; `lead` is the separator in front of it. */
export type EnvelopePlace =
	| {
			readonly is: "keyword";
			readonly lead?: string | undefined;
			/** The only keywords that there are; else any word will do. */
			readonly oneOf?: readonly string[] | undefined;
			/** It may be left empty, and may have blanks in it. */
			readonly loose?: boolean | undefined;
	  }
	| {
			readonly is: "code";
			readonly lead?: string | undefined;
			readonly trail?: string | undefined;
			readonly form: CharacterForm;
			/** A code with another character behind it is none. */
			readonly last?: boolean | undefined;
	  }
	| {
			readonly is: "confirm";
			readonly text: string;
	  }
	| {
			readonly is: "word";
			readonly lead?: string | undefined;
			readonly form: CharacterForm;
			/** Words have blanks in them, or numbers behind them: only those that there are. */
			readonly known?: boolean | undefined;
			/** Blanks may stand in front of it, though nothing has to. */
			readonly loose?: boolean | undefined;
			/** A number belongs to the word, with this in front: `OUT.3`, `NR1`. */
			readonly index?: string | undefined;
			/** Whatever else stands behind the word is read as a stray. */
			readonly stray?: boolean | undefined;
	  }
	| {
			readonly is: "slots";
			readonly lead: string;
			/** Left out, there is one parameter; behind a blank it goes to the end, with the blanks in it. */
			readonly between?: string | undefined;
			/** Blanks separate commands, and yet stand in a parameter: where no command begins behind them. */
			readonly blanks?: boolean | undefined;
			/** The sign that asks for a value: `TEL?`. */
			readonly ask?: string | undefined;
	  };

/** Every command has a form of its own. The forms stand with the commands. */
export interface FormsEnvelope {
	readonly family: "forms";
	readonly code: CharacterForm;
	/** What `{confirm}` stands for in a template. */
	readonly confirm?: string | undefined;
}

/** So many of some characters: `A-Z0-9?` is a list with ranges. */
export interface CharacterForm {
	readonly characters: string;
	readonly length: readonly [min: number, max: number];
}

/** What a parameter looks like, as far as reading has to know. */
export type PieceForm =
	| CharacterForm
	| { readonly oneOf: readonly string[] }
	/** Anything, up to what stands behind it. */
	| { readonly text: true };

/** A command of the family `forms`: `{code}A{n}T{phone}`, `[P{partition} ]AWAY {code}`. */
export interface CommandForm {
	/** The name of the command, which stands as the word of its messages. */
	readonly name: string;
	/** The first is written, all are read. */
	readonly templates: readonly string[];
	/** The parameters in order. */
	readonly pieces: readonly {
		readonly name: string;
		readonly form: PieceForm;
	}[];
}
