/** A Spring Boot application whose orders wait for videos on PostgreSQL. */
package com.example.orders;
