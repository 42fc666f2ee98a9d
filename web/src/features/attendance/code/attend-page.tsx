import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, useParams } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type {
	CourseSession,
	ParticipantAttendance,
	SessionAttendance,
} from "@/api/gen/types.gen.ts";
import { arriveAtSession } from "@/api/gen/workshop-sdk.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Narrow, PageHead } from "@/ui/page.tsx";
import { Empty, FailedPage, Loading, Withheld } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";
import { markIn } from "../list/roster.ts";
import { useSessionWords } from "../use-session-words.ts";
import css from "./code.module.css";
import { codeIn, keepCode } from "./kept-code.ts";
import { everybodyQuery, sessionQuery } from "./queries.ts";

/** What is noted now: there, or late by how much. */
function Noted({ name, mark }: { name: string; mark: SessionAttendance }) {
	const { t } = useTranslation("attendance");
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => box.current?.focus(), []);
	const { mark: what, minutes_missed: missed } = mark;
	const good = what === "present" || what === "late";
	return (
		<Notice
			ref={box}
			tone={what === "present" ? "good" : good ? "warn" : "info"}
			title={t(good ? "arrive.done" : "arrive.other", { name })}
		>
			<p>
				{what === "late" && missed != null
					? t("arrive.late", { count: missed })
					: t(`mark.${what}`)}
			</p>
		</Notice>
	);
}

function Who(props: {
	people: readonly ParticipantAttendance[];
	session: string;
	chosen: string | undefined;
	onChoose: (id: string) => void;
}) {
	const { t } = useTranslation("attendance");
	return (
		<fieldset className={css.choices}>
			<legend>{t("arrive.who")}</legend>
			{props.people.map((one) => {
				const mark = markIn(one, props.session);
				return (
					<label key={one.enrolment_id} className={css.choice}>
						<input
							type="radio"
							name="participant"
							checked={props.chosen === one.enrolment_id}
							onChange={() => props.onChoose(one.enrolment_id)}
						/>
						<bdi>{one.participant_name}</bdi>
						{mark && <span className="quiet">{t(`mark.${mark.mark}`)}</span>}
					</label>
				);
			})}
		</fieldset>
	);
}

function Arrival(props: {
	session: CourseSession;
	people: readonly ParticipantAttendance[];
	code: string;
}) {
	const { session, people } = props;
	const { t } = useTranslation("attendance");
	const queryClient = useQueryClient();
	const action = useAction();
	const [code, setCode] = useState(props.code);
	const open = people.filter((one) => !markIn(one, session.id));
	const [chosen, setChosen] = useState(open[0]?.enrolment_id ?? people[0]?.enrolment_id);
	const [noted, setNoted] = useState<{ name: string; mark: SessionAttendance }>();
	const person = people.find((one) => one.enrolment_id === chosen);
	const submit = () =>
		void action.run(async () => {
			if (!person) return;
			setNoted(undefined);
			const { data } = await arriveAtSession({
				path: { id: session.id },
				body: { code: code.trim(), enrolment_id: person.enrolment_id },
				throwOnError: true,
			});
			setNoted({ name: person.participant_name, mark: data });
			await queryClient.invalidateQueries({ queryKey: ["attendance", "everybody"] });
		});
	const left = open.filter((one) => one.enrolment_id !== chosen);
	return (
		<Card>
			{noted && <Noted {...noted} />}
			{(!noted || people.length > 1) && (
				<Form action={action} onSubmit={submit}>
					{people.length > 1 ? (
						<Who people={people} session={session.id} chosen={chosen} onChoose={setChosen} />
					) : (
						<p>
							<b>
								<bdi>{person?.participant_name}</bdi>
							</b>
						</p>
					)}
					<TextField
						label={t("arrive.code")}
						hint={t("arrive.codeHint")}
						dir="ltr"
						autoComplete="off"
						value={code}
						onChange={setCode}
						error={action.wrong["/code"]}
						isRequired
					/>
					<Actions>
						<Button
							type="submit"
							variant={noted && left.length === 0 ? "secondary" : "primary"}
							isPending={action.busy}
						>
							{t("arrive.confirm")}
						</Button>
					</Actions>
				</Form>
			)}
			<p>
				<Link to="/cohorts/$id/attendance" params={{ id: session.cohort_id }}>
					{t("arrive.register")}
				</Link>
			</p>
		</Card>
	);
}

function Page({ id, code }: { id: string; code: string }) {
	const { t } = useTranslation("attendance");
	const { line } = useSessionWords();
	const session = useQuery(sessionQuery(id));
	const cohort = session.data?.cohort_id;
	const people = useQuery({ ...everybodyQuery(cohort ?? ""), enabled: !!cohort, retry: false });
	const seatless = isProblem(people.error) && people.error.status === 404;
	if (session.isError)
		return <FailedPage error={session.error} onRetry={() => void session.refetch()} />;
	if (people.isError && !seatless)
		return <FailedPage error={people.error} onRetry={() => void people.refetch()} />;
	if (session.isPending || people.isPending) return <Loading lines={6} />;
	const seated = people.data ?? [];
	return (
		<Narrow>
			<PageHead title={t("arrive.title")} lead={line(session.data)} />
			{seated.length === 0 ? (
				<Empty title={t("arrive.noSeat")} />
			) : (
				<Arrival session={session.data} people={seated} code={code} />
			)}
		</Narrow>
	);
}

/** The address that is read off the wall: the association of a participant says that they are there. */
export function AttendPage() {
	const { t } = useTranslation("attendance");
	const { id } = useParams({ from: "/attend/$id" });
	const user = useUser();
	const [code] = useState(() => codeIn(location.hash, id));
	const isIn = user !== null;
	useEffect(() => keepCode(id, isIn ? "" : code), [id, isIn, code]);
	if (!user) return <Navigate to="/sign-in" search={{ next: `/attend/${id}` }} replace />;
	if (!can(user, "arrive_at_session"))
		return (
			<Narrow>
				<PageHead title={t("arrive.title")} />
				<Withheld title={t("arrive.notYours")}>
					<p>{t("arrive.notYoursDetail")}</p>
					{can(user, "get_session_code") && (
						<Link
							to="/cohort-sessions/$id/code"
							params={{ id }}
							className={buttonClass("secondary")}
						>
							{t("list.code")}
						</Link>
					)}
				</Withheld>
			</Narrow>
		);
	return <Page id={id} code={code} />;
}
