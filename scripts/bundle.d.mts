import type { Metafile, Plugin } from "esbuild";

export function bundle(
	outdir: string,
	plugins?: readonly Plugin[],
): Promise<Metafile[]>;

export function keepCodeCache(outdir: string): void;

export const languageTexts: import("esbuild").Plugin;
