import type { SectionOf } from "@/ui/section.ts";
import type { CallTyped } from "./values.ts";

export type Section = SectionOf<CallTyped>;
