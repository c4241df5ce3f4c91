import { Account } from './Account.ts';
import { Audit } from './Audit.ts';
import { Calendar } from './Calendar.ts';
import { CommandLog } from './CommandLog.ts';
import { Deal } from './Deal.ts';
import { Deployment } from './Deployment.ts';
import { ImportRun } from './ImportRun.ts';
import { Incident } from './Incident.ts';
import { Instance } from './Instance.ts';
import { Job } from './Job.ts';
import { Leaving } from './Leaving.ts';
import { Message } from './Message.ts';
import { Model } from './Model.ts';
import { OneTimeLink } from './OneTimeLink.ts';
import { Person } from './Person.ts';
import { Product } from './Product.ts';
import { Retention } from './Retention.ts';
import { Secret } from './Secret.ts';
import { Session } from './Session.ts';
import { SignInAttempt } from './SignInAttempt.ts';
import { StartSubscription } from './StartSubscription.ts';
import { StoredRecord } from './StoredRecord.ts';
import { Subscription } from './Subscription.ts';
import { ClosedTask } from './ClosedTask.ts';
import { OpenTask } from './OpenTask.ts';
import { StandingToken } from './StandingToken.ts';
import { Step } from './Step.ts';
import { Team } from './Team.ts';
import { Webhook } from './Webhook.ts';
import { OfferedTask } from './OfferedTask.ts';

/** Every table, in no particular order. */
export const entities = [
  Account,
  Audit,
  Calendar,
  CommandLog,
  Deal,
  Deployment,
  ImportRun,
  Incident,
  Instance,
  Job,
  Leaving,
  Message,
  Model,
  OneTimeLink,
  Person,
  Product,
  Retention,
  Secret,
  Session,
  SignInAttempt,
  StartSubscription,
  StoredRecord,
  Subscription,
  ClosedTask,
  OpenTask,
  StandingToken,
  Step,
  Team,
  Webhook,
  OfferedTask,
] as const;
