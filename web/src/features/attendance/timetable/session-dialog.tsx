import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type {
	Cohort,
	CourseModule,
	CourseSession,
	CourseSessionInput,
} from "@/api/gen/types.gen.ts";
import {
	addCohortSession,
	getCourseVersion,
	updateCohortSession,
} from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { SessionForm } from "./session-form.tsx";
import { blank, changed, fromSession, toInput } from "./values.ts";

interface Props {
	cohort: Cohort;
	/** The one that is changed; a new one when absent. */
	session?: CourseSession;
	onClose: () => void;
}

function Writing({ cohort, session, onClose, modules }: Props & { modules: CourseModule[] }) {
	const { t } = useTranslation(["attendance", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const title = modules.find(({ code }) => code === session?.module)?.title;
	const [start] = useState(() => (session ? fromSession(session, cohort, title) : blank(cohort)));
	const [typed, setTyped] = useState(start);
	const [sent, setSent] = useState<CourseSessionInput>();
	const finish = async (said: string) => {
		await queryClient.invalidateQueries({ queryKey: ["attendance"] });
		say(said);
		onClose();
	};
	const save = (input: CourseSessionInput, from: number | "*") => {
		setSent(input);
		void action.run(async () => {
			if (session) {
				const before = toInput(start);
				await updateCohortSession({
					path: { id: session.id },
					headers: ifMatch(from),
					body: before ? changed(before, input) : input,
					throwOnError: true,
				});
			} else {
				await addCohortSession({ path: { id: cohort.id }, body: input, throwOnError: true });
			}
			await finish(t(session ? "edit.saved" : "edit.added"));
		});
	};
	return (
		<>
			<SessionForm
				cohort={cohort}
				modules={modules}
				typed={typed}
				onChange={(patch) => setTyped({ ...typed, ...patch })}
				action={action}
				onSubmit={(input) => save(input, session?.version ?? "*")}
				onCancel={onClose}
			/>
			{isStale(action.error) && sent && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => save(sent, "*")}
					onTakeTheirs={() => void finish(t("common:conflict.taken"))}
					onClose={action.clear}
				/>
			)}
		</>
	);
}

/** A session is added, or changed; once attendance is noted its time stays, which the server says. */
export function SessionDialog(props: Props) {
	const { cohort, session, onClose } = props;
	const { t } = useTranslation("attendance");
	const { course_id: id, course_number: number } = cohort;
	const course = useQuery({
		queryKey: ["attendance", "course", id, number],
		queryFn: async ({ signal }) =>
			(await getCourseVersion({ path: { id, number }, signal, throwOnError: true })).data,
	});
	return (
		<Dialog title={t(session ? "edit.change" : "edit.add")} isOpen onClose={onClose} wide>
			{course.isPending && <Loading lines={6} />}
			{course.isError && <Failed error={course.error} onRetry={() => void course.refetch()} />}
			{course.isSuccess && <Writing {...props} modules={course.data.modules} />}
		</Dialog>
	);
}
