import type { Event } from "@/api/gen/types.gen.ts";
import type { SectionOf } from "@/ui/section.ts";
import type { ApplicationTyped } from "./values.ts";

export type Section = SectionOf<ApplicationTyped>;

/** Whether those who take part get a stand: on an awareness day nobody does. */
export const hasStands = ({ kind }: Pick<Event, "kind">) => kind !== "awareness_day";
