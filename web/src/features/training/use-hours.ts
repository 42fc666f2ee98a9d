export { useHours } from "@/reference/use-hours.ts";
