import type { SectionOf } from "@/ui/section.ts";
import type { EventTyped } from "./values.ts";

export type Section = SectionOf<EventTyped>;
