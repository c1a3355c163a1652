import * as z from "zod";
import { fieldSchema } from "../../derive/field-schema.ts";
import { otpKeySchema } from "../../derive/remote-schema.ts";
import { local, type PanelEvent } from "../../panel/state/event.ts";
import { fields } from "../../panel/state/fields.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
import type { Panel } from "../panel.ts";

const person = fieldSchema(fields.personNumber, {});

/** A change to the remote access of a panel, also of a running one. */
export const remoteChange = z.discriminatedUnion("type", [
	z.strictObject({
		type: z.literal("set-person"),
		/** Null takes the first free id. */
		person: person.nullable(),
		name: fieldSchema(fields.personName, {}).optional(),
		numbers: z.array(fieldSchema(fields.personPhone, {})).optional(),
		user: fieldSchema(fields.personUser, {}).optional(),
		can: z.array(fieldSchema(fields.personRight, {})).optional(),
		enabled: z.boolean().optional(),
		notices: z.array(fieldSchema(fields.personNotice, {})).optional(),
		otpKey: otpKeySchema.optional(),
		language: fieldSchema(fields.personLanguage, {}).optional(),
	}),
	z.strictObject({ type: z.literal("remove-person"), person }),
	z.strictObject({
		type: z.literal("set-user"),
		user: fieldSchema(fields.userNumber, {}),
		pin: fieldSchema(fields.userPin, {}),
	}),
	z.strictObject({
		type: z.literal("set-remote"),
		remote: z.strictObject({ enabled: z.boolean() }),
	}),
]);

export type RemoteChange = z.infer<typeof remoteChange>;

/** The result of a change, as plain data that can cross a socket. */
export interface Changed {
	readonly refusal: Refusal | null;
}

/** Changes the remote access of a panel in this process, as its owner. */
export async function changeRemote(
	panel: Panel,
	change: RemoteChange,
): Promise<Changed> {
	const event: PanelEvent = { ...change, by: local };
	const { refusal } = await panel.happens(event);
	return { refusal };
}
