import { describe, expect, test } from "vitest";
import {
	fromEnvironment,
	variableNames,
} from "../../../src/cli/line/environment.ts";
import { UsageError } from "../../../src/cli/line/exit-code.ts";

test("the list of variables is closed", () => {
	expect(variableNames).toEqual([
		"ALARMPANEL_CONFIG",
		"ALARMPANEL_JSON",
		"ALARMPANEL_SHOW_SECRETS",
		"ALARMPANEL_DIALECT",
		"ALARMPANEL_MODEL",
		"ALARMPANEL_MODEM",
		"ALARMPANEL_PIN",
		"ALARMPANEL_INIT",
		"ALARMPANEL_MQTT",
		"ALARMPANEL_MQTT_USER",
		"ALARMPANEL_MQTT_PASSWORD",
		"ALARMPANEL_QUEUE",
		"ALARMPANEL_DC09_KEYS",
		"ALARMPANEL_CORPUS_TOKEN",
	]);
});

describe("the environment", () => {
	test.each([
		["1", true],
		["yes", true],
		["true", true],
		["TRUE", true],
		["0", false],
		["no", false],
		["false", false],
	])("%s is a switch that is %s", (value, json) => {
		expect(fromEnvironment({ ALARMPANEL_JSON: value }, [])).toEqual({
			options: { json },
			notes: [],
		});
	});

	test("a switch is nothing else", () => {
		expect(() => fromEnvironment({ ALARMPANEL_JSON: "maybe" }, [])).toThrow(
			UsageError,
		);
	});

	test("sets the options of a verb, and passes over those of others", () => {
		const environment = {
			ALARMPANEL_CONFIG: "house.json",
			ALARMPANEL_PIN: "0042",
			ALARMPANEL_MODEL: "cr200",
			ALARMPANEL_MODEM: "",
			PATH: "/bin",
		};
		expect(fromEnvironment(environment, ["modem", "pin", "init"])).toEqual({
			options: { config: "house.json", pin: "0042" },
			notes: [],
		});
		expect(fromEnvironment(environment, ["model"]).options).toEqual({
			config: "house.json",
			model: "cr200",
		});
	});

	test("names what it does not know, and what was probably meant", () => {
		const environment = { ALARMPANEL_HOME: "/srv", ALARMPANEL_JSN: "1" };
		expect(fromEnvironment(environment, [])).toEqual({
			options: {},
			notes: [
				"note: ALARMPANEL_HOME is set in the environment, is no variable of alarmpanel and is ignored",
				"note: ALARMPANEL_JSN is set in the environment, is no variable of alarmpanel and is ignored (did you mean ALARMPANEL_JSON?)",
			],
		});
	});
});
