import { Account } from './Account.ts';
import { Audit } from './Audit.ts';
import { CommandLog } from './CommandLog.ts';
import { Deal } from './Deal.ts';
import { Deployment } from './Deployment.ts';
import { History } from './History.ts';
import { ImportRun } from './ImportRun.ts';
import { Incident } from './Incident.ts';
import { Instance } from './Instance.ts';
import { Job } from './Job.ts';
import { Message } from './Message.ts';
import { Model } from './Model.ts';
import { OneTimeLink } from './OneTimeLink.ts';
import { Person } from './Person.ts';
import { Position } from './Position.ts';
import { Product } from './Product.ts';
import { Session } from './Session.ts';
import { SignInAttempt } from './SignInAttempt.ts';
import { StartSubscription } from './StartSubscription.ts';
import { Subscription } from './Subscription.ts';
import { Task } from './Task.ts';
import { Team } from './Team.ts';
import { WorklistRow } from './WorklistRow.ts';

/** Every table, in no particular order. */
export const entities = [
  Account,
  Audit,
  CommandLog,
  Deal,
  Deployment,
  History,
  ImportRun,
  Incident,
  Instance,
  Job,
  Message,
  Model,
  OneTimeLink,
  Person,
  Position,
  Product,
  Session,
  SignInAttempt,
  StartSubscription,
  Subscription,
  Task,
  Team,
  WorklistRow,
] as const;
