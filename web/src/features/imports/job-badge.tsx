import { useTranslation } from "react-i18next";
import type { Job, JobState } from "@/api/gen/types.gen.ts";
import { Badge, type Tone } from "@/ui/badge.tsx";

const TONES: Readonly<Record<JobState, Tone>> = {
	queued: "calm",
	running: "wait",
	done: "good",
	failed: "bad",
	cancelled: "calm",
};

export const isOver = (job: Job) => job.state !== "queued" && job.state !== "running";

export function JobBadge({ job }: { job: Job }) {
	const { t } = useTranslation("imports");
	const trial = job.state === "done" && !job.report.written;
	return (
		<Badge tone={trial ? "note" : TONES[job.state]}>
			{t(trial ? "stateName.trial" : `stateName.${job.state}`)}
		</Badge>
	);
}
