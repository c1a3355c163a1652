import {
	type Behaviour,
	extension,
	family,
	inferred,
} from "./behaviours/behaviour-form.ts";
import { reportRules } from "./behaviours/report-rules.ts";

/** The rules that are not in the tables of reactions, troubles and codes. */
export const behaviourRules: readonly Behaviour[] = [
	family(
		"arming/exit-delay",
		"Arming runs the exit delay of the new mode; then the panel is in that mode.",
		"G2-22",
	),
	inferred(
		"arming/again",
		"Arming into the mode that the panel has, or is entering, does nothing and restarts no countdown.",
		"panel-commands 3, 21",
		"people send a message again when its answer got lost",
	),
	inferred(
		"arming/into-another",
		"Arming into another mode drops the running exit delay and starts that mode's.",
		"G2-22",
		"the delay belongs to the mode that is entered",
	),
	inferred(
		"arming/alarm",
		"Arming is refused during an alarm that is not silent, and while an entry delay runs.",
		"none",
		"an alarm must not vanish in an exit delay; disarming comes first",
	),
	family(
		"arming/final-door",
		"With final door on, closing a door contact with the attribute entry ends the exit delay of away.",
		"CR11, ZW41",
	),
	family(
		"arming/fault-confirm",
		"With faults, the first attempt is refused with two beeps; a repeat within the window arms by force.",
		"ZW41",
	),
	inferred(
		"arming/fault-window",
		"The window is 10 s at the keypad and 180 s by SMS; the repeat must be for the same mode, by SMS from the same sender.",
		"ZW41 for the 10 s",
		"10 s is too short for a message and its answer",
	),
	family(
		"arming/fault-direct",
		"Direct arms by force at once and reports 374.",
		"ZW41",
	),
	inferred(
		"arming/faults",
		"Faults are zones that stand open and would be active in the mode, and every trouble; bypassed zones are none.",
		"panel-commands 2.7",
		"no page lists them",
	),
	inferred(
		"arming/unattended",
		"A time of day and a set/unset contact arm in spite of faults.",
		"none",
		"nobody is there to confirm",
	),
	inferred(
		"arming/left-out",
		"Arming in spite of faults leaves out zones that are open, lost or tampered with; a zone with a low battery is watched. Where the clock or a contact armed, people are told what is left out.",
		"none",
		"what can be watched is watched, and nobody was there to see the rest",
	),
	extension(
		"arming/watchful",
		"A time of day never lowers a panel that is armed away, or is arming away, to home.",
		"nobody asked for less watch",
	),
	extension(
		"arming/not-armed",
		"People are told when the panel does not arm at its time, because of an alarm, a power cut or a clock that was set past it.",
		"they rely on it",
	),
	extension(
		"zone/watched-again",
		"Ending a bypass ends that the zone is left out of this arming too. An armed panel refuses it for a zone that stands open or whose device is lost or tampered with.",
		"what is said to be watched is watched",
	),
	family(
		"arming/open-at-exit",
		"What stands open or is lost when the exit delay ends is reported as 570 and left out until the next disarming or arming.",
		"H86",
		"that it is left out is inferred",
	),
	extension(
		"arming/time-of-day",
		"At a time of day in its time zone the panel arms; a time that the clocks skip in spring comes as long after midnight, one that they show twice counts once.",
		"one arming a day, whatever the clocks do",
	),
	inferred(
		"disarm/wins",
		"Disarming with a right code is never refused and ends countdowns, alarms and siren at once; a deadline of the same instant comes first.",
		"VS63",
		"deadlines of an instant are met before its events",
	),
	family(
		"disarm/cancel",
		"Disarming during an alarm reports 406, but for a silent one: who is made to disarm has not called help off.",
		"CR36",
		"that a silent alarm is not cancelled is inferred",
	),
	inferred(
		"disarm/bypasses",
		"Disarming takes back bypasses for one arming and zones that were left out; arming into another mode looks at the zones anew.",
		"panel-commands 2.7",
		"as on every comparable panel",
	),
	inferred(
		"entry/shortest",
		"While an entry delay runs, one that would end earlier shortens it and one that would end later is ignored.",
		"Alarmo",
		"no page says; the shortest delay protects most",
	),
	family(
		"entry/expired",
		"An entry delay that ends is 131 from away and 132 from home.",
		"L100",
	),
	inferred(
		"zone/bypassed",
		"The panel logs and ignores all signals of a bypassed zone, also of 24 hour kinds.",
		"VESTA installer manual",
		"the manual says both that faults are logged and that signals are ignored",
	),
	inferred(
		"zone/left-out",
		"A zone left out for one arming still raises the alarms that are active in every mode.",
		"1L: 24 hour overrides all",
		"force arming is about burglary",
	),
	family(
		"zone/swinger",
		"A zone raises at most so many burglar alarms in one arming.",
		"G2-22",
		"the default of 3 is EN grade 2's least",
	),
	family(
		"zone/cross",
		"The first trip of a cross zone sounds and reports 693; another one in time makes both a burglary, else 694 is reported. Not in exit and entry countdowns.",
		"H86, VESTA installer manual",
		"that the burglary is then reported for both is inferred",
	),
	inferred(
		"zone/open",
		"A zone that is open does not open again; what is said of one without a device is refused and only logged.",
		"none",
		"a contact has two edges",
	),
	extension(
		"zone/found",
		"A zone that is heard again sets nothing off: how it stands is taken over, and one that would have alarmed is logged.",
		"nobody knows when it opened",
	),
	family(
		"alarm/siren",
		"The siren sounds for its length at most; a new alarm restarts its time.",
		"G2-22",
		"that a new alarm restarts it is inferred",
	),
	inferred(
		"alarm/memory",
		"Alarms stay in the memory until the next arming.",
		"none",
		"people who come home must see what happened",
	),
	inferred(
		"alarm/restore",
		"When a zone is at rest again, its alarm is reported as restored, once.",
		"MP59: qualifier 3",
		"no page says when",
	),
	family(
		"alarm/tamper",
		"Tampering sounds and is reported only when armed away and in the exit delay of away, or always.",
		"ZW41",
		"that the exit delay counts is inferred: when it ends, nobody is there to see it",
	),
	family(
		"code/duress",
		"The duress code works like user 1's code, leaves the same traces at the panel, and also reports 121.",
		"MZ13, VS63",
		"that the trace is user 1's is inferred",
	),
	family(
		"code/temporary",
		"The temporary code arms once and disarms once; the second use deletes it.",
		"MZ13",
	),
	inferred(
		"code/special",
		"Guard, master and installer codes arm and disarm as a user's; reports name 995, 996 and 999.",
		"L100, MZ58",
		"the pattern of 997 and 998",
	),
	family(
		"code/latch",
		"Arming and disarming by a user are reported where the user's latch report is on.",
		"VS63, MZ13",
	),
	inferred(
		"code/closing",
		"The closing is reported when the mode is entered; disarming before that is not reported.",
		"none",
		"nobody was away",
	),
	extension(
		"code/guard",
		"Three wrong codes in a row lock the keypad for 90 s; each further one doubles that, up to an hour. The same holds for senders of messages where the option says so or people are listed.",
		"no manual of this maker states one; EBS grade 2 has 3 and 90 s",
	),
	extension(
		"code/mqtt",
		"Over MQTT three wrong PINs in a row shut that way alone, like a keypad. Disarming and forcing take a PIN; nothing is forced by repetition.",
		"a program guesses fast, and repeats what was refused",
	),
	extension(
		"code/strangers",
		"Where people are listed, all unlisted numbers together have ten wrong codes an hour, and each has three in a row; after that they have one an hour until a day passes without any. A wrong keyword with the right code counts.",
		"a thousand numbers soon try all four-digit codes",
	),
	family(
		"trouble/pairs",
		"The end of a trouble is reported where its beginning was.",
		"MP82, L100",
	),
	...reportRules,
	inferred(
		"log/capacity",
		"250 entries are kept; numbers are never used again.",
		"none",
		"no page states one",
	),
	inferred(
		"power/climax",
		"After a power cut mode, bypasses, alarms and memory are kept, a running countdown starts over, the siren stays off, a cross zone's wait is over; 305 is reported.",
		"Climax CID table",
		"not documented",
	),
	extension(
		"power/resume",
		"Profile resume: everything goes on where it stopped, and sensors are not heard for 60 s.",
		"CP-01 for mode, bypasses and sensors; that countdowns go on is ours",
	),
	extension(
		"power/restart-countdown",
		"Profile restart-countdown: as climax, and a siren that sounded starts over.",
		"Alarmo",
	),
	extension(
		"power/zones",
		"When the power is back, a zone that opened meanwhile and still stands open is set off, and a zone that came to rest ends its alarm. Profile resume does so after its 60 s. Set/unset contacts change no mode then.",
		"a window that was opened in the dark is open",
	),
	inferred(
		"power/volatile",
		"A power cut always loses the window of an arm fault; times of day that passed are not made up for; troubles that came or went are noticed at the restart.",
		"none",
		"a real panel keeps these in its working memory",
	),
	extension(
		"arming/plain",
		"Plain words never arm by force through repetition: ARM names the faults and refuses, ARM FORCE arms without them.",
		"forcing needs a PIN, and a person who repeats a text may not know that it forces",
	),
	extension(
		"arm-at",
		"ARM AT arms away once at the next such time, in spite of faults; a newer one replaces it; it is dropped when its time passes in a power cut.",
		"the panel can ask nobody at that time, and nobody expects it at another",
	),
	extension(
		"arm-cancel",
		"ARM CANCEL drops a planned arming and ends an exit delay; an armed panel stays armed.",
		"ending an exit delay leaves the panel disarmed",
	),
	extension(
		"mute",
		"MUTE stops the siren; the alarm stays until somebody disarms, and the next alarm sounds again.",
		"the siren has done its work by then",
	),
];
