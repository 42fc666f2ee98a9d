import type { SectionOf } from "@/ui/section.ts";
import type { ApplicationTyped } from "./values.ts";

export type Section = SectionOf<ApplicationTyped>;
