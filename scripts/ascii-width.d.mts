export default function asciiWidth(text: string): number;
