import * as z from "zod";
import { optionFields } from "../panel/state/fields/options.ts";
import { timerFields } from "../panel/state/fields/timers.ts";
import { fields } from "../panel/state/fields.ts";
import type { PanelState } from "../panel/state/state.ts";
import {
	type ModelSection,
	type StoredSections,
	sectionOf,
} from "../panel/state/stored.ts";
import type { Limits } from "./bound-command.ts";
import { fieldSchema, settingSchema, settingSchemas } from "./field-schema.ts";
import { remoteSchema } from "./remote-schema.ts";

/** The parts of the configuration that are programmed, with a model's limits. */
export function programmedSchemas(
	limits: Limits,
	sections: readonly ModelSection[],
	factory: PanelState,
) {
	return {
		credentials: z
			.strictObject({
				keyword: settingSchema(fields.keyword, limits),
				installerCode: settingSchema(fields.installerCode, limits),
				accessCodes: z
					.array(accessCodeSchema(limits))
					.prefault([...factory.credentials.accessCodes]),
			})
			.prefault({})
			.meta({ description: "What lets a message in." }),
		users: z
			.array(userSchema(limits))
			.prefault([...factory.users])
			.meta({ description: "Who has a PIN. User 1 is always there." }),
		zones: z
			.array(zoneSchema(limits))
			.prefault([...factory.zones])
			.meta({ description: "The zones that have a device." }),
		timers: z.strictObject(settingSchemas(timerFields, limits)).prefault({}),
		options: z
			.strictObject(settingSchemas(optionFields, limits))
			.prefault({})
			.meta({ description: "How the panel behaves." }),
		schedules: z
			.array(scheduleSchema(limits))
			.prefault([...factory.schedules])
			.meta({ description: "Times of day at which the panel arms." }),
		reporting: z
			.strictObject({
				destinations: z
					.array(destinationSchema(limits))
					.prefault([...factory.reporting.destinations]),
				groups: z
					.array(groupSchema(limits))
					.prefault([...factory.reporting.groups]),
				checkIn: settingSchema(fields.checkIn, limits),
				checkInOffset: settingSchema(fields.checkInOffset, limits),
				codes: settingSchema(fields.reportCodes, limits),
			})
			.prefault({}),
		remote: remoteSchema(limits),
		stored: storedSchema(sections, limits)
			.prefault({})
			.meta({ description: "Settings that are kept, but not acted upon." }),
	};
}

function accessCodeSchema(limits: Limits) {
	return z.strictObject({
		id: fieldSchema(fields.accessNumber, limits),
		code: fieldSchema(fields.accessCode, limits),
	});
}

function userSchema(limits: Limits) {
	return z.strictObject({
		id: fieldSchema(fields.userNumber, limits),
		name: settingSchema(fields.userName, limits),
		// Required: a factory PIN, which everybody knows, is no PIN.
		pin: fieldSchema(fields.userPin, limits),
		latch: settingSchema(fields.latch, limits),
	});
}

function zoneSchema(limits: Limits) {
	return z.strictObject({
		id: fieldSchema(fields.zoneNumber, limits),
		rfId: z
			.union([
				settingSchema(fields.rfId, limits),
				settingSchema(fields.pendantId, limits),
			])
			.prefault(fields.rfId.initial),
		type: settingSchema(fields.deviceType, limits),
		attribute: settingSchema(fields.attribute, limits),
		name: settingSchema(fields.zoneName, limits),
		bypass: settingSchema(fields.bypass, limits),
		flag: settingSchema(fields.deviceFlag, limits),
		option: settingSchema(fields.deviceOption, limits),
		entryDelay: settingSchema(fields.entryDelay, limits),
		crossZone: settingSchema(fields.crossZone, limits),
	});
}

function scheduleSchema(limits: Limits) {
	return z.strictObject({
		id: fieldSchema(fields.scheduleNumber, limits),
		hour: fieldSchema(fields.scheduleHour, limits),
		minute: settingSchema(fields.scheduleMinute, limits, 0),
		mode: settingSchema(fields.scheduleMode, limits),
	});
}

function groupSchema(limits: Limits) {
	return z.strictObject({
		id: fieldSchema(fields.reportGroup, limits),
		kind: settingSchema(fields.groupKind, limits),
		retries: settingSchema(fields.groupRetries, limits),
	});
}

function destinationSchema(limits: Limits) {
	return z.strictObject({
		id: fieldSchema(fields.destinationNumber, limits),
		url: fieldSchema(fields.destination, limits),
		group: settingSchema(fields.reportGroup, limits),
		// The Mobile family's filter has other numbers for the same three levels.
		level: settingSchema(fields.reportLevel, limits),
		carrier: settingSchema(fields.reportType, limits, ""),
	});
}

/** The sections that a model has. */
function storedSchema(
	sections: readonly ModelSection[],
	limits: Limits,
): z.ZodType<StoredSections> {
	return z.strictObject(
		Object.fromEntries(
			sections.map((section) => {
				const [name, fields] = sectionOf(section);
				return [
					name,
					z.strictObject(settingSchemas(fields, limits)).prefault({}),
				];
			}),
		),
	);
}
