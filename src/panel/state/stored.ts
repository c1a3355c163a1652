import { defineFields, field } from "../../parameters/field.ts";
import {
	type ChangeOf,
	type FieldGroup,
	initialValues,
	type ValuesOf,
} from "../../parameters/field-group.ts";
import type { Kind, Value } from "../../parameters/kind.ts";
import { choice } from "../../parameters/kinds/choice.ts";
import { digits } from "../../parameters/kinds/digits.ts";
import { hexadecimal } from "../../parameters/kinds/hexadecimal.ts";
import { integer, steps } from "../../parameters/kinds/integer.ts";
import { text } from "../../parameters/kinds/text.ts";

const offOn: Kind<boolean> = choice([
	{ text: "0", value: false, meaning: "off" },
	{ text: "1", value: true, meaning: "on" },
]);

/**
 * Settings that this panel keeps and shows but does not act upon: it has no
 * packet radio, loads no firmware and is no pendant. By section, as they stand
 * in the configuration under `stored`.
 */
export const stored = {
	network: defineFields({
		apn: field({
			label: "APN",
			kind: text(31),
			initial: "Internet",
			help: "Access point of the mobile network. (MM85, V067)",
		}),
		apnUser: field({
			label: "APN user",
			kind: text(31),
			initial: "",
			help: "User name at the access point. (MM85)",
		}),
		apnPassword: field({
			label: "APN password",
			kind: text(31),
			initial: "",
			help: "Password at the access point. (MM85)",
			secret: true,
		}),
	}),
	pendant: defineFields({
		guardTime: field({
			label: "guard time",
			kind: steps(5, [5, 30]),
			initial: 10,
			help: "Seconds in which an alarm can be called off. (MM85)",
		}),
		fallGuardTime: field({
			label: "guard time of the fall sensor",
			kind: steps(5, [5, 30]),
			initial: 10,
			help: "Seconds in which a fall can be called off. (MM85)",
		}),
		silent: field({
			label: "silent mode",
			kind: offOn,
			initial: false,
			help: "No sounds. (ML58)",
		}),
		cutv: field({
			label: "CUTV",
			kind: offOn,
			initial: false,
			help: "Printed without an explanation. (ML58)",
		}),
		fallDetection: field({
			label: "fall detection",
			kind: offOn,
			initial: false,
			help: "Whether falls are watched for. (ML58; the default is inferred)",
		}),
		fallSensitivity: field({
			label: "fall sensitivity",
			kind: integer([1, 5]),
			initial: 3,
			help: "5 is the highest. (ML58; the default is inferred)",
		}),
	}),
	update: defineFields({
		server: field({
			label: "firmware server",
			kind: text(44),
			initial: "",
			help: "Host name or address. (ML58)",
		}),
		port: field({
			label: "firmware server port",
			kind: integer([0, 65535]),
			initial: 0,
			help: "TCP port. (ML58; the range is inferred)",
		}),
		path: field({
			label: "firmware path",
			kind: text(31),
			initial: "",
			help: "Path of the image on the server. (ML58)",
		}),
		crc: field({
			label: "firmware CRC-16",
			kind: hexadecimal(4),
			initial: "",
			help: "Checksum of the image. (ML58)",
		}),
	}),
	upload: defineFields({
		host: field({
			label: "upload host",
			kind: text(44),
			initial: "",
			help: "Host name or address; the length is inferred from FWUG. (ML58)",
		}),
		port: field({
			label: "upload port",
			kind: integer([0, 65535]),
			initial: 0,
			help: "TCP port. (ML58; the range is inferred)",
		}),
		session: field({
			label: "session id",
			kind: digits(1, 16),
			initial: "",
			help: "At most 16 digits. (ML58)",
		}),
	}),
} as const;

export type Section = keyof typeof stored;

/** The settings of another maker's panel, under the names that its language's file gives. */
export interface LanguageSection {
	readonly name: "language";
	readonly fields: FieldGroup;
}

/** A section that a model has: one of ours, or what its language's file declares. */
export type ModelSection = Section | LanguageSection;

/** The values of the sections that a model has. */
export type StoredSections = {
	readonly [S in Section]?: ValuesOf<(typeof stored)[S]>;
} & { readonly language?: LanguageSettings };

/** What another maker's panel keeps, by name. */
export type LanguageSettings = { readonly [setting: string]: Value };

/** Values of one section are kept. */
export type Store =
	| {
			readonly [S in Section]: {
				readonly type: "store";
				readonly section: S;
				readonly values: ChangeOf<(typeof stored)[S]>;
			};
	  }[Section]
	| {
			readonly type: "store";
			readonly section: "language";
			readonly values: LanguageSettings;
	  };

/** The name of a section, and the fields in it. */
export function sectionOf(
	section: ModelSection,
): readonly [name: Section | "language", fields: FieldGroup] {
	return typeof section === "string"
		? [section, stored[section]]
		: [section.name, section.fields];
}

/** Sections as they leave the factory. */
export function storedInitially(
	sections: readonly ModelSection[],
): StoredSections {
	return Object.fromEntries(
		sections.map((section) => {
			const [name, fields] = sectionOf(section);
			return [name, initialValues(fields)];
		}),
	);
}
