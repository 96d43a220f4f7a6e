import type { CloudModel, Place } from "./model.ts";

/**
 * Refuses, by name, a model of which a part points at something that the app does not have: found only while the cloud runs, it would
 * fail again and again. Functions by schedules, routes and mappings; tables by mappings; queues for what failed for good; user
 * pools by the authorizers of routes.
 */
export function checkReferences(model: CloudModel): void {
  const functions = new Set(model.functions.map(({ name }) => name));
  const queues = new Set(model.queues.map(({ arn }) => arn));
  const tables = new Set(model.tables.map(({ name }) => name));
  const issuers = new Set(model.userPools.map(({ issuer }) => issuer));
  const check = (known: ReadonlySet<string>, kind: string, name: string | undefined, where: string): void => {
    if (name !== undefined && !known.has(name)) throw new Error(`${where} points at ${name}, which is no ${kind} of the app`);
  };
  const place = (type: string, { stack, logicalId }: Place): string => `${type} ${logicalId} of the stack ${stack}`;

  for (const functionModel of model.functions) {
    const where = place("AWS::Lambda::Function", functionModel);
    check(queues, "queue", functionModel.onFailure, `The OnFailure destination of ${where}`);
    check(queues, "queue", functionModel.deadLetterArn, `The dead letter queue of ${where}`);
  }
  for (const schedule of model.schedules) {
    const where = place("AWS::Scheduler::Schedule", schedule);
    check(functions, "function", schedule.functionName, where);
    check(queues, "queue", schedule.deadLetterArn, `The dead letter queue of ${where}`);
  }
  for (const mapping of model.eventSourceMappings) {
    const where = place("AWS::Lambda::EventSourceMapping", mapping);
    check(functions, "function", mapping.functionName, where);
    check(tables, "table", mapping.tableName, where);
    check(queues, "queue", mapping.onFailure, `The OnFailure destination of ${where}`);
  }
  for (const api of model.httpApis) {
    for (const route of api.routes) {
      const where = `the route "${route.routeKey}" of ${place("AWS::ApiGatewayV2::Api", api)}`;
      check(functions, "function", route.functionName, `The integration of ${where}`);
      check(issuers, "user pool", route.authorizer?.issuer, `The authorizer of ${where}`);
    }
  }
}
