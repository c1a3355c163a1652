import { clock, type EventOf } from "../state/event.ts";
import { logged } from "../state/log.ts";
import type { Notice, NoticeTopic } from "../state/notice.ts";
import { find, put, without } from "../state/numbered.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { NoticeKind, Person } from "../state/remote-access.ts";
import type { PanelState } from "../state/state.ts";
import { doubted } from "./doubts.ts";

/** Most notices that wait. The oldest of the least important makes room. */
const NOTICE_CAPACITY = 100;

/** What a notice is about, without for whom. */
export type NoticeMatter = Omit<Notice, "id" | "person" | "doubt">;

/** Queues a notice for everybody who wants this kind, except for the people in `but`. */
export function noticed(
	state: PanelState,
	kind: NoticeKind,
	matter: NoticeMatter,
	but: readonly number[] = [],
): PanelState {
	return state.remote.people.reduce(
		(present, person) =>
			person.enabled &&
			person.notices.includes(kind) &&
			!but.includes(person.id)
				? told(present, person, matter)
				: present,
		state,
	);
}

/** Queues a notice for one person, unless the same notice waits already. */
export function told(
	state: PanelState,
	person: Person,
	matter: NoticeMatter,
): PanelState {
	const { notices } = state.runtime;
	const waiting = notices.some(
		(notice) => notice.person === person.id && isSame(notice, matter),
	);
	if (waiting) return state;
	const id = (notices.at(-1)?.id ?? 0) + 1;
	const notice = { id, person: person.id, ...matter };
	const waits = withNotices(state, [...notices, notice]);
	return notices.length < NOTICE_CAPACITY ? waits : withRoom(waits, matter.at);
}

/** Drops one notice. An alarm goes only where nothing but alarms waits. */
function withRoom(state: PanelState, now: number): PanelState {
	const { notices } = state.runtime;
	const lowest = Math.min(...notices.map(({ about }) => importance[about]));
	const dropped = notices.find(({ about }) => importance[about] === lowest);
	return dropped === undefined
		? state
		: logged(
				withNotices(state, without(notices, dropped.id)),
				now,
				clock,
				"not-told",
				dropped.person,
			);
}

/** What makes room first has the lowest number. */
const importance: { readonly [T in NoticeTopic]: number } = {
	trouble: 0,
	"trouble-over": 0,
	done: 1,
	entered: 1,
	"alarm-over": 1,
	"not-entered": 2,
	flaps: 2,
	"prevented-by-alarm": 2,
	"prevented-by-power": 2,
	"prevented-by-clock": 2,
	guessing: 2,
	alarm: 3,
};

/** Notices to send, in order, each with the number it goes to. */
export function dueNotices({
	remote,
	runtime,
}: PanelState): readonly { readonly notice: Notice; readonly to: string }[] {
	if (runtime.cutAt !== null) return [];
	return runtime.notices.flatMap((notice) => {
		const to = find(remote.people, notice.person)?.numbers[0];
		return to === undefined ? [] : [{ notice, to }];
	});
}

/** Which notice it is. */
type NoticeLeft = Pick<EventOf["notice-sent"], "notice" | "by">;

/** A notice has gone out. */
export function noticeSent(
	state: PanelState,
	{ notice: id }: NoticeLeft,
): Outcome {
	return find(state.runtime.notices, id) === undefined
		? unknownNotice(state, id)
		: done(withNotices(state, without(state.runtime.notices, id)));
}

/** A notice can never go out; the panel gives it up. */
export function noticeFailed(
	state: PanelState,
	{ notice: id, by }: NoticeLeft,
	now: number,
): Outcome {
	const notice = find(state.runtime.notices, id);
	if (notice === undefined) return unknownNotice(state, id);
	const left = withNotices(state, without(state.runtime.notices, id));
	return done(logged(left, now, by, "not-told", notice.person));
}

/** A notice may have gone out; it stays. The log says so once. */
export function noticeInDoubt(
	state: PanelState,
	{ notice: id, by }: NoticeLeft,
	now: number,
): Outcome {
	const notice = find(state.runtime.notices, id);
	if (notice === undefined) return unknownNotice(state, id);
	const doubt = doubted(notice.doubt, now);
	const notices = put(state.runtime.notices, { ...notice, doubt });
	const present = withNotices(state, notices);
	return done(
		notice.doubt === undefined
			? logged(present, now, by, "maybe-told", notice.person)
			: present,
	);
}

function isSame(notice: Notice, matter: NoticeMatter): boolean {
	return (
		notice.about === matter.about &&
		notice.what === matter.what &&
		notice.subject === matter.subject &&
		notice.by === matter.by &&
		notice.at === matter.at
	);
}

function unknownNotice(state: PanelState, id: number): Outcome {
	return refused(
		state,
		"notice/unknown",
		`there is no notice ${id} to send`,
		null,
	);
}

function withNotices(
	state: PanelState,
	notices: readonly Notice[],
): PanelState {
	return { ...state, runtime: { ...state.runtime, notices } };
}
