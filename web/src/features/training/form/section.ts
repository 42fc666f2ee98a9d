import type { SectionOf } from "@/ui/section.ts";
import type { CohortTyped } from "./values.ts";

export type Section = SectionOf<CohortTyped>;
