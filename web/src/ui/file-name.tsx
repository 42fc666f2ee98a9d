import { isolateCodes } from "@/i18n/format.ts";

/** A file's name in its own direction; a year and an ending such as `2026.pdf` stay in their order in an Arabic one. */
export const FileName = ({ children }: { children: string }) => <bdi>{isolateCodes(children)}</bdi>;
