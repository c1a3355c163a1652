import {
	type Behaviour,
	extension,
	family,
	inferred,
} from "./behaviour-form.ts";

/** How reports are made and get through. */
export const reportRules: readonly Behaviour[] = [
	extension(
		"report/flapping",
		"An alarm or a trouble of a zone, or of the panel, that begins 5 times within an hour is told no more for an hour, by report or notice; the last notice says so. Siren, status and log go on. An end is told where its beginning was. What then began and lasts is told when the hour is over. Disarming during an alarm starts the counts of alarms anew; calls for help and duress are always told.",
		"a detector that comes and goes would cost texts without end; CP-01 bounds burglar alarms (swinger) only",
	),
	family(
		"report/groups",
		"Groups are served in order; the first success ends a group; group 1 is essential; an optional group is served when the one before used up its retries.",
		"MZ16, L102",
	),
	inferred(
		"report/retries",
		"A round through a group's destinations is repeated after 60 s; essential groups go on for ever.",
		"L102, CH-MG",
		"no page states the pause",
	),
	extension(
		"report/moved",
		"Where the first group loses its last destination, what it was not told yet goes to the group that is first then, if nobody else is told of it.",
		"an alarm that waits is told to whoever is left",
	),
	inferred(
		"report/failing",
		"A try is for all reports of a group that wait for the destination; the log names its first failure, and no report of duress or of a silent alarm.",
		"none",
		"a line that is down would empty the log of all else",
	),
	extension(
		"report/in-doubt",
		"A report, notice or answer that was handed to the modem, which never told what came of it, may have arrived. It is sent again after a minute, then after 2, 4, 8 … minutes, a day at most, behind all else, and as soon as the modem tells the result of something else. The log says so once, except of duress and silent alarms. The next destination of its group is tried at once.",
		"a lost alarm is worse than one that comes twice, and a modem that tells no results must not use up the credit",
	),
	extension(
		"report/late",
		"A notice, or an answer in plain words, that leaves five minutes or more after what it tells begins with when that was: `18:02: The house is disarmed.` What programs may read – the model's replies, texts of scripts, reports – is as it always is.",
		"what is old must not pass for news",
	),
	inferred(
		"report/receiver",
		"What goes to ip://ACCT@HOST:PORT/CID, CID_SIA or CID_SIA2 is Contact ID in frames of DC-09, behind SIA and SIA2 it is SIA's codes; in integrations.dc09 `form` and `crc` say it otherwise. Only a panel that serves reports there; elsewhere such a report fails.",
		"VESTA installer manual",
		"no page shows a frame; a panel of this maker was seen to send DC-09",
	),
	extension(
		"report/on-test",
		"On test nothing is reported and no person is told of alarms and troubles, for a day at most. Reports that wait still go, and so does the end of what was reported. What began in the test and lasts is reported when it ends. During an alarm a panel is not put on test.",
		"whoever tries a panel must not call anybody out",
	),
	inferred(
		"report/outbox",
		"250 reports wait at most; the oldest status makes room, then the oldest alarm.",
		"none",
		"memory is limited",
	),
	family(
		"report/test",
		"The test report comes after the offset, then each period.",
		"ZW41",
		"CR11 says offset and period for the first",
	),
];
