// What Chevrotain asks of lodash, in the language's own words: a page that is one
// file has no room for the rest. test/package/page-parts.test.ts holds it equal to
// lodash for what Chevrotain hands in: arrays, plain objects, strings, nothing.

/** An iteratee: a function, or the name of a property. */
const by = (how) =>
	typeof how === "function"
		? how
		: how === undefined
			? (each) => each
			: (each) => each?.[how];

/** Entries of a collection, with indices or names. */
const entries = (all) =>
	all === null || all === undefined
		? []
		: isArray(all) || typeof all === "string"
			? Array.from(all, (each, at) => [at, each])
			: Object.entries(all);

export const { isArray } = Array;
export const identity = (value) => value;
export const noop = () => {};
export const isUndefined = (value) => value === undefined;
export const isString = (value) => typeof value === "string";
export const isFunction = (value) => typeof value === "function";
export const isRegExp = (value) => value instanceof RegExp;
export const isObject = (value) =>
	(typeof value === "object" && value !== null) || typeof value === "function";
export const has = (all, name) =>
	all !== null && all !== undefined && Object.hasOwn(all, name);
export const keys = (all) =>
	all === null || all === undefined ? [] : Object.keys(all);
export const values = (all) => entries(all).map(([, each]) => each);
export const isEmpty = (all) => entries(all).length === 0;
export const forEach = (all, how) => {
	for (const [at, each] of entries(all))
		if (how(each, at, all) === false) break;
	return all;
};
export const map = (all, how) =>
	entries(all).map(([at, each]) => by(how)(each, at, all));
export const flatten = (all) => values(all).flat();
export const flatMap = (all, how) => map(all, how).flat();
export const filter = (all, how) =>
	entries(all)
		.filter(([at, each]) => by(how)(each, at, all))
		.map(([, each]) => each);
export const reject = (all, how) =>
	filter(all, (each, at) => !by(how)(each, at, all));
export const compact = (all) => values(all).filter(Boolean);
export const find = (all, how) =>
	entries(all).find(([at, each]) => by(how)(each, at, all))?.[1];
export const some = (all, how) =>
	entries(all).some(([at, each]) => Boolean(by(how)(each, at, all)));
export const every = (all, how) =>
	entries(all).every(([at, each]) => Boolean(by(how)(each, at, all)));
export const reduce = (all, how, ...initial) => {
	const [first, ...rest] = entries(all);
	if (initial.length > 0)
		return entries(all).reduce(
			(sum, [at, each]) => how(sum, each, at, all),
			initial[0],
		);
	return rest.reduce((sum, [at, each]) => how(sum, each, at, all), first?.[1]);
};
export const includes = (all, value) =>
	typeof all === "string" ? all.includes(value) : values(all).includes(value);
export const indexOf = (all, value) => values(all).indexOf(value);
export const first = (all) => all?.[0];
export const last = (all) => all?.[all.length - 1];
export const drop = (all, count = 1) => values(all).slice(count);
export const dropRight = (all, count = 1) =>
	values(all).slice(0, Math.max(0, values(all).length - count));
export const uniq = (all) => [...new Set(values(all))];
export const difference = (all, ...others) => {
	const left = new Set(others.flat());
	return values(all).filter((each) => !left.has(each));
};
export const groupBy = (all, how) => {
	const groups = {};
	for (const each of values(all)) {
		groups[by(how)(each)] ??= [];
		groups[by(how)(each)].push(each);
	}
	return groups;
};
export const pickBy = (all, how) =>
	Object.fromEntries(
		entries(all).filter(([name, each]) => by(how)(each, name)),
	);
export const clone = (all) =>
	isArray(all)
		? [...all]
		: isObject(all)
			? Object.assign(Object.create(Object.getPrototypeOf(all)), all)
			: all;
export const { assign } = Object;
export const defaults = (all, ...others) => {
	for (const other of others)
		for (const name of keys(other)) {
			const isInherited =
				all[name] === Object.prototype[name] && !Object.hasOwn(all, name);
			if (all[name] === undefined || isInherited) all[name] = other[name];
		}
	return all;
};
export const upperFirst = (text) =>
	text.slice(0, 1).toUpperCase() + text.slice(1);
